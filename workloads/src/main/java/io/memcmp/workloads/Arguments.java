package io.memcmp.workloads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of a workload's parameters: what was given, and the defaults for the rest. */
final class Arguments {

    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(|b|k|kb|kib|m|mb|mib|g|gb|gib)");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws BadArgument when a name is none of the parameters' */
    Arguments(List<Parameter> parameters, Map<String, String> given) {
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        given.forEach((name, value) -> {
            if (values.replace(name, value) == null) {
                throw new BadArgument("unknown parameter: " + name + "; " + Nearest.hint(name, values.keySet()));
            }
        });
    }

    /** {@return a whole number within the bounds; {@code 1_000_000} and {@code 1000000} are the same} */
    long count(String name, long least, long most) {
        String text = values.get(name);
        try {
            long count = Long.parseLong(text.strip().replace("_", ""));
            if (count >= least && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of bounds
        }
        throw bad(name, "a whole number from " + least + " to " + most);
    }

    int integer(String name, int least, int most) {
        return Math.toIntExact(count(name, least, most));
    }

    /** {@return a number of bytes: {@code 1000}, {@code 64k}, {@code 64KiB} and {@code 2m} all count in 1024s} */
    int size(String name, int least, int most) {
        Matcher matcher = SIZE.matcher(values.get(name).strip().toLowerCase(Locale.ROOT));
        if (matcher.matches() && matcher.group(1).length() <= 12) {
            long bytes = Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
            if (bytes >= least && bytes <= most) {
                return Math.toIntExact(bytes);
            }
        }
        throw bad(name, "a size such as 1000, 64KiB or 2MiB, from " + least + " to " + most + " bytes");
    }

    private static int shift(String unit) {
        return switch (unit.isEmpty() ? 'b' : unit.charAt(0)) {
            case 'k' -> 10;
            case 'm' -> 20;
            case 'g' -> 30;
            default -> 0; // bytes: the pattern lets nothing else through
        };
    }

    /** {@return a share of a whole, from 0 to 1} */
    double fraction(String name) {
        try {
            double fraction = Double.parseDouble(values.get(name));
            if (fraction >= 0 && fraction <= 1) {
                return fraction;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of bounds
        }
        throw bad(name, "a fraction from 0 to 1, such as 0.05");
    }

    /** {@return the constant that is written in small letters} */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(values.get(name).strip().toLowerCase(Locale.ROOT))) {
                return constant;
            }
            allowed.add(word);
        }
        throw bad(name, "one of " + allowed);
    }

    private BadArgument bad(String name, String allowed) {
        return new BadArgument("bad value for parameter " + name + ": " + values.get(name) + "; give " + allowed);
    }

    /** {@return all parameters, defaults too, as they could be given again} */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
