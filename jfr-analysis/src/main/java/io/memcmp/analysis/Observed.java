package io.memcmp.analysis;

import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a profile, or the reason why the recording cannot tell it. A collector that has no such thing, an event that
 * was not recorded and a recording that was cut off are three different reasons.
 *
 * @param <T> the part
 */
public sealed interface Observed<T> {

    /**
     * The recording tells.
     *
     * @param <T> the part
     * @param value what it tells
     */
    record Present<T>(T value) implements Observed<T> {}

    /**
     * The recording does not tell.
     *
     * @param <T> the part
     * @param reason why, in the user's words
     */
    record Missing<T>(String reason) implements Observed<T> {}

    /**
     * {@return a part that was seen}
     *
     * @param value the part
     * @param <T> its type
     */
    static <T> Observed<T> of(T value) {
        return new Present<>(value);
    }

    /**
     * {@return a part that was not seen}
     *
     * @param reason why
     * @param <T> its type
     */
    static <T> Observed<T> missing(String reason) {
        return new Missing<>(reason);
    }

    /**
     * {@return a figure of the part, or absence for the same reason}
     *
     * @param figure how to read it
     */
    default Reading read(Function<? super T, Reading> figure) {
        return switch (this) {
            case Present<T>(var value) -> figure.apply(value);
            case Missing<T>(var reason) -> Reading.absent(reason);
        };
    }

    /**
     * {@return what is made of the part, missing for the same reason}
     *
     * @param make how to make it
     * @param <R> its type
     */
    default <R> Observed<R> map(Function<? super T, ? extends R> make) {
        return switch (this) {
            case Present<T>(var value) -> of(make.apply(value));
            case Missing<T>(var reason) -> missing(reason);
        };
    }

    /** {@return the part where it was seen} */
    default Optional<T> present() {
        return switch (this) {
            case Present<T>(var value) -> Optional.of(value);
            case Missing<T> _ -> Optional.empty();
        };
    }
}
