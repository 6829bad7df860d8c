package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/**
 * One bit for every eight bytes of the heap that was dumped. Identifiers are addresses, so that the number of set bits
 * before one is the number of its object: no sorting, no hashing, and the order of the addresses for nothing.
 *
 * <p>A page stands for 512 KiB of addresses, since ZGC's and a container's heaps are spread. In a page every eighth word
 * counts the bits before the seven that follow: one look at one line of the cache answers.
 */
final class AddressBitmap implements ObjectIndex {
    private static final int PAGE_SHIFT = 19;
    private static final int BITS_A_LINE = 7 * Long.SIZE;
    private static final int BITS_A_PAGE = 1 << (PAGE_SHIFT - 3);
    private static final int LINES = Math.ceilDiv(BITS_A_PAGE, BITS_A_LINE);
    private static final int WORDS = LINES * 8;

    /** More pages apart than this, which is 8 TiB, and it is no heap, or not in addresses. */
    private static final int MOST_PAGES = 1 << 24;

    /** So many pages apart, 1 TiB, in the smallest dump: ZGC reserves sixteen times its heap. */
    private static final int MOST_PAGES_OF_A_SMALL_DUMP = 1 << 21;

    private long[][] pages = new long[1 << 10][];
    private long firstPage = -1;
    private int used;
    private int size;
    private final int mostUsed;
    private final int mostPages;

    /**
     * An empty one. No heap has more pages than its dump has room for.
     *
     * @param fileBytes of the dump
     * @param bytes of the part of it whose objects come here
     */
    AddressBitmap(long fileBytes, long bytes) {
        // A page takes 9 KiB; pages with next to nothing in them must not cost more than the dump itself.
        mostPages = (int) Math.min(MOST_PAGES, MOST_PAGES_OF_A_SMALL_DUMP + fileBytes / Long.BYTES);
        mostUsed = (int) Math.min(MOST_PAGES, 256 + bytes / WORDS / Long.BYTES * 2);
    }

    /** {@return whether the identifier could be taken; if not, these are no addresses of a heap} */
    boolean add(long id) {
        if ((id & 7) != 0) {
            return false;
        }
        var page = page(id >>> PAGE_SHIFT);
        if (page.length == 0) {
            return false;
        }
        int bit = (int) (id >>> 3) & (BITS_A_PAGE - 1);
        int line = bit / BITS_A_LINE;
        int inLine = bit - line * BITS_A_LINE;
        page[line * 8 + 1 + (inLine >>> 6)] |= 1L << inLine;
        return true;
    }

    private long[] page(long number) {
        long place = number - firstPage;
        if (place >= 0 && place < pages.length && pages[(int) place] != null) {
            return pages[(int) place];
        }
        return newPage(number);
    }

    private long[] newPage(long number) {
        if (firstPage < 0) {
            firstPage = Math.max(0, number - pages.length / 2);
        }
        if (!makeRoom(number) || used >= mostUsed) {
            return new long[0];
        }
        used++;
        var page = new long[WORDS];
        pages[(int) (number - firstPage)] = page;
        return page;
    }

    private boolean makeRoom(long number) {
        long place = number - firstPage;
        if (place >= 0 && place < pages.length) {
            return true;
        }
        long needed = place < 0 ? pages.length - place : place + 1;
        if (needed > mostPages) {
            return false;
        }
        int length = (int) Math.min(mostPages, Math.max(needed, pages.length * 2L));
        var larger = new long[length][];
        long before = place < 0 ? Math.min(firstPage, length - pages.length) : 0;
        System.arraycopy(pages, 0, larger, (int) before, pages.length);
        firstPage -= before;
        pages = larger;
        return number - firstPage < pages.length;
    }

    /** Adds what another has; returns whether it could, as {@link #add} does. The other is not to be used afterwards. */
    boolean add(AddressBitmap other) {
        for (int place = 0; place < other.pages.length; place++) {
            var theirs = other.pages[place];
            if (theirs != null) {
                var ours = page(other.firstPage + place);
                if (ours.length == 0) {
                    return false;
                }
                for (int word = 0; word < WORDS; word++) {
                    ours[word] |= theirs[word];
                }
            }
        }
        return true;
    }

    /** Counts; after this nothing is added. */
    AddressBitmap frozen() {
        long count = 0;
        for (var page : pages) {
            if (page == null) {
                continue;
            }
            for (int line = 0; line < LINES; line++) {
                page[line * 8] = count;
                for (int word = line * 8 + 1; word < line * 8 + 8; word++) {
                    count += Long.bitCount(page[word]);
                }
            }
        }
        size = Math.toIntExact(count);
        return this;
    }

    /** {@return bytes that it takes} */
    long memory() {
        return (long) used * WORDS * Long.BYTES + 4L * pages.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int numberOf(long id) {
        long place = (id >>> PAGE_SHIFT) - firstPage;
        if (place < 0 || place >= pages.length || (id & 7) != 0) {
            return ABSENT;
        }
        var page = pages[(int) place];
        if (page == null) {
            return ABSENT;
        }
        int bit = (int) (id >>> 3) & (BITS_A_PAGE - 1);
        int line = bit / BITS_A_LINE;
        int inLine = bit - line * BITS_A_LINE;
        int start = line * 8;
        int word = start + 1 + (inLine >>> 6);
        long bits = page[word];
        if ((bits >>> inLine & 1) == 0) {
            return ABSENT;
        }
        int number = (int) page[start] + Long.bitCount(bits & ((1L << inLine) - 1));
        for (int before = start + 1; before < word; before++) {
            number += Long.bitCount(page[before]);
        }
        return number;
    }

    @Override
    public long idOf(int number) {
        int place = lastPageNotAfter(number);
        var page = pages[place];
        int line = lastLineNotAfter(page, number);
        int rest = number - (int) page[line * 8];
        int word = line * 8 + 1;
        while (Long.bitCount(page[word]) <= rest) {
            rest -= Long.bitCount(page[word++]);
        }
        long bits = page[word];
        for (int skipped = 0; skipped < rest; skipped++) {
            bits &= bits - 1;
        }
        return id(place, line, word, Long.numberOfTrailingZeros(bits));
    }

    private int lastPageNotAfter(int number) {
        int low = 0;
        int high = pages.length - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle;
            while (at >= low && pages[at] == null) {
                at--;
            }
            if (at >= low && pages[at][0] <= number) {
                found = at;
                low = middle + 1;
            } else if (at < low) {
                low = middle + 1;
            } else {
                high = at - 1;
            }
        }
        return found;
    }

    private static int lastLineNotAfter(long[] page, int number) {
        int low = 0;
        int high = LINES - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (page[middle * 8] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long id(int place, int line, int word, int bit) {
        long inPage = (long) line * BITS_A_LINE + (word - line * 8 - 1) * 64L + bit;
        return ((firstPage + place) << PAGE_SHIFT) + (inPage << 3);
    }

    @Override
    public long after(long id) {
        int place = (int) ((id >>> PAGE_SHIFT) - firstPage);
        int bit = (int) (id >>> 3) & (BITS_A_PAGE - 1);
        int line = bit / BITS_A_LINE;
        int inLine = bit - line * BITS_A_LINE;
        int word = line * 8 + 1 + (inLine >>> 6);
        var page = pages[place];
        long bits = page[word] & -2L << inLine;
        while (true) {
            if (bits != 0) {
                return id(place, word / 8, word, Long.numberOfTrailingZeros(bits));
            }
            word = (word + 1) % 8 == 0 ? word + 2 : word + 1;
            if (word >= WORDS) {
                place = nextPage(place + 1);
                if (place < 0) {
                    return 0;
                }
                page = pages[place];
                word = 1;
            }
            bits = page[word];
        }
    }

    private int nextPage(int from) {
        for (int place = from; place < pages.length; place++) {
            if (pages[place] != null) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return size + " objects on " + used + " pages of "
                + Arrays.asList(pages).size();
    }
}
