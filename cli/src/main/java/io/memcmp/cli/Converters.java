package io.memcmp.cli;

import io.memcmp.analysis.Scope.Moment;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Heap;
import io.memcmp.plan.HeapDumps;
import io.memcmp.plan.UserError;
import io.memcmp.render.OutputFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line into types; what cannot be one is refused with its remedy. */
final class Converters {
    private static final Pattern BARE = Pattern.compile("\\d+([.]\\d+)?");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:[.]\\d{1,9})?)\\s*(ms|s|min|m|h)");
    private static final Pattern SPAN = Pattern.compile("(" + PART + "\\s*)+");

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

    /** For shares: {@code 2%} or {@code 0.02}. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String word) {
            var text = word.strip();
            boolean percent = text.endsWith("%");
            var number = percent ? text.substring(0, text.length() - 1).strip() : text;
            if (!BARE.matcher(number).matches()) {
                throw new UserError("not a share: " + word, "write it in per cent, for example 2%");
            }
            return Double.parseDouble(number) / (percent ? 100 : 1);
        }
    }

    /** For {@code --heap}. */
    static final class HeapOfCell implements ITypeConverter<Heap> {
        @Override
        public Heap convert(String word) {
            return Heap.parse(word);
        }
    }

    /** For spans of time. */
    static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String word) {
            return span(word)
                    .orElseThrow(() -> new UserError(
                            "not a span of time: " + word, "write a number and a unit, for example 90s, 1.5s or 10m"));
        }
    }

    /** For moments of a recording. */
    static final class MomentOfRecording implements ITypeConverter<Moment> {
        @Override
        public Moment convert(String word) {
            return span(word).<Moment>map(Moment.After::new).orElseGet(() -> instant(word));
        }

        private static Moment instant(String word) {
            try {
                return new Moment.At(OffsetDateTime.parse(word.strip()).toInstant());
            } catch (DateTimeParseException notOne) {
                throw new UserError(
                        "not a moment of a recording: " + word,
                        "write the time since its beginning, for example 90s, 1.5s or 1m30s, or a time such as"
                                + " 2026-11-23T10:00:00Z",
                        notOne);
            }
        }
    }

    /** One or more numbers with their units; without one, nobody knows what is meant. */
    private static Optional<Duration> span(String word) {
        var text = word.strip();
        if (BARE.matcher(text).matches()) {
            throw new UserError("no unit of time: " + word, "write " + text + "s for seconds; units are ms, s, m, h");
        }
        if (!SPAN.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(PART.matcher(text)
                .results()
                .map(part -> part(new BigDecimal(part.group(1)), part.group(2)))
                .reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration part(BigDecimal number, String unit) {
        var one = switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m", "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> throw new TypeConversionException("not a unit of time: " + unit); // the pattern admits no other
        };
        var nanos = number.multiply(BigDecimal.valueOf(one.toNanos())).toBigInteger();
        var second = BigInteger.valueOf(Duration.ofSeconds(1).toNanos());
        return Duration.ofSeconds(
                nanos.divide(second).longValueExact(), nanos.mod(second).longValueExact());
    }

    /** For {@code --heap-dump}. */
    static final class DumpWhen implements ITypeConverter<HeapDumps.When> {
        @Override
        public HeapDumps.When convert(String word) {
            return HeapDumps.When.parse(word);
        }
    }

    /** For {@code --color}. */
    static final class Colour implements ITypeConverter<Terminal.ColourWish> {
        @Override
        public Terminal.ColourWish convert(String word) {
            return Arrays.stream(Terminal.ColourWish.values())
                    .filter(wish -> wish.id().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> UserError.unknown(
                            "colour",
                            word,
                            Arrays.stream(Terminal.ColourWish.values())
                                    .map(Terminal.ColourWish::id)
                                    .toList()));
        }
    }
}
