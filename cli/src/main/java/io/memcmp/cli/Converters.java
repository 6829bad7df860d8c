package io.memcmp.cli;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.UserError;
import io.memcmp.render.OutputFormat;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line into types; what cannot be one is refused with its remedy. */
final class Converters {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h)?");

    private Converters() {}

    /** For {@code --format}. */
    static final class Format implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String word) {
            return OutputFormat.parse(word);
        }
    }

    /** For sizes. */
    static final class Size implements ITypeConverter<Bytes> {
        @Override
        public Bytes convert(String word) {
            return Bytes.parse(word);
        }
    }

    /** For spans of time. */
    static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String word) {
            var span = DURATION.matcher(word.strip());
            if (!span.matches()) {
                throw new UserError("not a span of time: " + word, "write a number and a unit, for example 90s or 10m");
            }
            long number = Long.parseLong(span.group(1));
            var unit = span.group(2);
            return switch (unit == null ? "s" : unit) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m", "min" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default ->
                    throw new TypeConversionException("not a unit of time: " + unit); // the pattern admits no other
            };
        }
    }
}
