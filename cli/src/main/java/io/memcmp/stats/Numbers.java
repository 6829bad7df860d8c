package io.memcmp.stats;

import java.util.Arrays;
import java.util.List;

/** Arithmetic over arrays of numbers. */
final class Numbers {
    private Numbers() {}

    static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double[] logarithms(double[] numbers) {
        return Arrays.stream(numbers).map(Math::log).toArray();
    }

    static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    static double median(double[] numbers) {
        var ascending = numbers.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }

    /** {@return the sum of the squared distances from the mean} */
    static double squares(double[] numbers) {
        double mean = mean(numbers);
        double sum = 0;
        for (double number : numbers) {
            sum += (number - mean) * (number - mean);
        }
        return sum;
    }

    /** {@return the largest of the absolute values} */
    static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** {@return one less the other, place by place} */
    static double[] differences(double[] values, double[] reference) {
        var differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - reference[i];
        }
        return differences;
    }

    /** {@return each of the one less each of the other} */
    static double[] allDifferences(double[] values, double[] reference) {
        var differences = new double[values.length * reference.length];
        int next = 0;
        for (double value : values) {
            for (double other : reference) {
                differences[next++] = value - other;
            }
        }
        return differences;
    }

    /** {@return the means of all pairs, each number with itself among them} */
    static double[] walshAverages(double[] numbers) {
        int n = numbers.length;
        var averages = new double[n * (n + 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[next++] = (numbers[i] + numbers[j]) / 2;
            }
        }
        return averages;
    }
}
