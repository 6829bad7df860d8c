package io.memcmp.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The process's standard output, which tells a reader that has read enough from a disk that is full. */
final class StandardOutput extends FilterOutputStream {
    StandardOutput(OutputStream out) {
        super(out);
    }

    static PrintStream open(Charset charset) {
        var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        return new PrintStream(new BufferedOutputStream(out), false, charset);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** What nobody reads any more need not be written, and is no error. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException problem) {
            if (!isClosedPipe(problem)) {
                throw problem;
            }
        }
    }

    private static boolean isClosedPipe(IOException problem) {
        var told = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return told.contains("broken pipe") || isPipe();
    }

    /** The system tells its errors in the user's language; a pipe knows but one. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
