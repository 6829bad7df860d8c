package io.memcmp.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, and hands the terminal to those that speak. */
final class CommandFactory implements IFactory {
    private final Terminal terminal;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(terminal));
        }
        if (type == MinHeapCommand.class) {
            return type.cast(new MinHeapCommand(terminal));
        }
        if (type == LayoutCommand.class) {
            return type.cast(new LayoutCommand(terminal));
        }
        if (type == AaCommand.class) {
            return type.cast(new AaCommand(terminal));
        }
        if (type == AnalyzeCommand.class) {
            return type.cast(new AnalyzeCommand(terminal));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(terminal));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(terminal));
        }
        if (type == HeapCommand.class) {
            return type.cast(new HeapCommand(terminal));
        }
        if (type == ListCommand.class) {
            return type.cast(new ListCommand(terminal));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(terminal));
        }
        if (type == SchemaCommand.class) {
            return type.cast(new SchemaCommand(terminal));
        }
        if (type == GenerateCommand.class) {
            return type.cast(new GenerateCommand(terminal));
        }
        return others.create(type);
    }
}
