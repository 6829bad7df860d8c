package io.memcmp.result;

import java.util.Optional;

/**
 * Something that must not be, checked against a dump.
 *
 * @param text as it was given, for example {@code retained(com.x.Cache) > 50MiB}
 * @param dump name of the dump
 * @param holds whether it is so: then the check has failed
 * @param figure what the dump says, in the unit
 * @param unit bytes or a count
 * @param operator one of {@code >}, {@code >=}, {@code <}, {@code <=}
 * @param limit with what it is compared, in the unit
 * @param remark what its reader must know; empty where there is nothing
 */
public record DumpCondition(
        String text,
        String dump,
        boolean holds,
        long figure,
        Unit unit,
        String operator,
        long limit,
        Optional<String> remark) {}
