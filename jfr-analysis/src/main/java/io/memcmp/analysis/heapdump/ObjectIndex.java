package io.memcmp.analysis.heapdump;

/** Numbers for objects, from 0 in the order of their identifiers. */
sealed interface ObjectIndex permits AddressBitmap, SortedIdentifiers {
    int ABSENT = -1;

    /** {@return how many objects} */
    int size();

    /** {@return the number of an object; −1 when it is not in the dump} */
    int numberOf(long id);

    /** {@return the identifier of an object} */
    long idOf(int number);

    /** {@return the identifier after this one, or 0 when it is the last} */
    long after(long id);
}
