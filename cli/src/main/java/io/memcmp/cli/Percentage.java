package io.memcmp.cli;

import io.memcmp.plan.UserError;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** For shares: {@code 3%} is 0.03. Without the sign nobody knows whether 3 or 0.03 is meant. */
final class Percentage implements ITypeConverter<Double> {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,9}(?:[.]\\d{1,9})?)\\s*%");

    @Override
    public Double convert(String word) {
        var percent = PERCENT.matcher(word.strip());
        if (!percent.matches()) {
            throw new UserError("not a percentage: " + word, "write a number and the sign, for example 3% or 0.5%");
        }
        return Double.parseDouble(percent.group(1)) / 100;
    }
}
