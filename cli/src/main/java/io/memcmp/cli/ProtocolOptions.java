package io.memcmp.cli;

import io.memcmp.plan.Protocol;
import io.memcmp.plan.UserError;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run goes about its trials. */
final class ProtocolOptions {
    private static final int USUAL_MAX_BLOCKS = 50;

    @Option(
            names = "--warmup-blocks",
            paramLabel = "N",
            description = "Run N blocks first that do not count (default: 1 with --repeat, none for a single look).")
    private @Nullable Integer warmUpBlocks;

    @Option(
            names = "--keep-noisy",
            description = "Count trials that the machine disturbed; without it they are set aside and repeated.")
    private boolean keepNoisy;

    @Option(
            names = "--until-precision",
            paramLabel = "SHARE",
            description =
                    "Repeat until the interval of every comparison is within SHARE of its middle, for example 2%%;"
                            + " looked at after 10, 15, 20 … blocks, and twice in a row.",
            converter = Converters.Share.class)
    private @Nullable Double precision;

    @Option(
            names = "--max-blocks",
            paramLabel = "N",
            description = "Where --until-precision ends in any case (default: 50).")
    private @Nullable Integer maxBlocks;

    @Option(names = "--dry-run", description = "Show the plan and how long it is likely to take; launch nothing.")
    boolean dryRun;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with a run that was stopped: with the same words, from its run directory.")
    @Nullable
    Path resume;

    Protocol protocol(MatrixOptions matrix) {
        if (precision == null && maxBlocks != null) {
            throw new UserError("--max-blocks bounds --until-precision", "use --repeat for a fixed number of blocks");
        }
        if (precision != null && matrix.repeat != null) {
            throw new UserError(
                    "--repeat and --until-precision do not go together",
                    "leave --repeat out; --max-blocks N bounds how long it goes on");
        }
        var usual = Protocol.usual(precision == null ? matrix.blocks() : USUAL_MAX_BLOCKS);
        return new Protocol(
                warmUpBlocks == null ? usual.warmUpBlocks() : warmUpBlocks,
                keepNoisy,
                Optional.ofNullable(precision)
                        .map(share -> new Protocol.Precision(share, maxBlocks == null ? USUAL_MAX_BLOCKS : maxBlocks)));
    }
}
