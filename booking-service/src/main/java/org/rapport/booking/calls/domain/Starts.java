package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Starts of calls: one bit for each {@link Quantum} of a stretch of time, sixty-four to a word. Words are numbered from the
 * epoch, so that those of different hosts can be laid upon each other. Once shared it must not be changed.
 */
public final class Starts {

    private final long firstWord;
    private final long[] words;

    private Starts(long firstWord, long[] words) {
        this.firstWord = firstWord;
        this.words = words;
    }

    /** None yet; those outside the stretch are never in it. */
    public static Starts none(Interval stretch) {
        long first = wordOf(Quantum.of(stretch.start()));
        long last = wordOf(Quantum.from(stretch.end()));
        return new Starts(first, new long[Math.toIntExact(last - first + 1)]);
    }

    public Starts copy() {
        return new Starts(firstWord, words.clone());
    }

    void add(long quantum) {
        words[Math.toIntExact(wordOf(quantum) - firstWord)] |= 1L << quantum;
    }

    /** Up to, not including, {@code behindLast}. */
    void remove(long first, long behindLast) {
        long from = Math.max(first, firstWord * Long.SIZE);
        long until = Math.min(behindLast, (firstWord + words.length) * Long.SIZE);
        for (long quantum = from; quantum < until; ) {
            long endOfWord = (wordOf(quantum) + 1) * Long.SIZE;
            words[Math.toIntExact(wordOf(quantum) - firstWord)] &= ~bits(quantum, Math.min(until, endOfWord));
            quantum = endOfWord;
        }
    }

    /** Adds those of {@code others} within {@code range} that are not in here yet, and tells each of them. */
    public void addNew(Starts others, Interval range, LongConsumer added) {
        long from = bound(Quantum.from(range.start()), others);
        long until = bound(Quantum.from(range.end()), others);
        if (from >= until) {
            return;
        }
        int first = (int) (wordOf(from) - firstWord);
        int last = (int) (wordOf(until - 1) - firstWord);
        int toOthers = (int) (firstWord - others.firstWord);
        long[] mine = words;
        long[] theirs = others.words;
        for (int word = first; word <= last; word++) {
            if ((theirs[word + toOthers] & ~mine[word]) != 0) {
                // Shifts count modulo 64: to the bit within the word, and none at its end.
                long inRange = (word == first ? -1L << from : -1L) & (word == last ? -1L >>> -until : -1L);
                add(word, theirs[word + toOthers] & ~mine[word] & inRange, added);
            }
        }
    }

    private void add(int word, long fresh, LongConsumer added) {
        words[word] |= fresh;
        tell(firstWord + word, fresh, added);
    }

    /** Those within {@code range} for which {@code wanted} holds. */
    public Starts only(Interval range, Predicate<Instant> wanted) {
        Starts only = new Starts(firstWord, new long[words.length]);
        only.addNew(this, range, quantum -> {
            if (!wanted.test(Quantum.start(quantum))) {
                only.remove(quantum, quantum + 1);
            }
        });
        return only;
    }

    /** Those within {@code range}. */
    public Starts within(Interval range) {
        Starts within = copy();
        within.remove(firstWord * Long.SIZE, Quantum.from(range.start()));
        within.remove(Quantum.from(range.end()), (firstWord + words.length) * Long.SIZE);
        return within;
    }

    /** In order. */
    public void forEach(LongConsumer start) {
        for (int word = 0; word < words.length; word++) {
            tell(firstWord + word, words[word], start);
        }
    }

    /** How many there could be; each has its {@link #place} below that. */
    public int room() {
        return words.length * Long.SIZE;
    }

    public int place(long quantum) {
        return (int) (quantum - firstWord * Long.SIZE);
    }

    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    public List<Instant> instants() {
        List<Instant> instants = new ArrayList<>(count());
        forEach(quantum -> instants.add(Quantum.start(quantum)));
        return instants;
    }

    private static void tell(long word, long bits, LongConsumer start) {
        for (long left = bits; left != 0; left &= left - 1) {
            start.accept(word * Long.SIZE + Long.numberOfTrailingZeros(left));
        }
    }

    /** Cut to what both stretches have. */
    private long bound(long quantum, Starts others) {
        long first = Math.max(firstWord, others.firstWord) * Long.SIZE;
        long end = Math.min(firstWord + words.length, others.firstWord + others.words.length) * Long.SIZE;
        return Math.max(first, Math.min(quantum, end));
    }

    /** The bits of {@code first} to {@code behindLast} in the word they share. */
    private static long bits(long first, long behindLast) {
        long notInWord = (wordOf(first) + 1) * Long.SIZE - behindLast;
        return (-1L << first) & (-1L >>> notInWord);
    }

    private static long wordOf(long quantum) {
        return Math.floorDiv(quantum, (long) Long.SIZE);
    }
}
