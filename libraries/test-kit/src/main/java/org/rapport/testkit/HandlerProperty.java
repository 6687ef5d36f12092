package org.rapport.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every handler of events must have: whatever happens to the deliveries, the state ends as if each had come once, in order.
 * For each seed:
 *
 * <ol>
 *   <li>Every delivery is put in line once or twice, and the line is shuffled.
 *   <li>A delivery passes, or the consumer crashes after the effect (it is delivered again, then or later), or a write fails
 *       ({@link Faults#beforeWrite()} throws; a handler that lets the fault through has it delivered again).
 *   <li>At the end the state equals that of one delivery each, in the given order.
 * </ol>
 */
public final class HandlerProperty {
    private static final int ORDERS = 100;

    private HandlerProperty() {}

    /** A handler on a world of its own, and what of that world must come out the same (no versions, no counts of attempts). */
    public record Subject<E, S>(Consumer<E> handler, Supplier<S> state) {}

    /** Given to each fresh world; its store calls {@link #beforeWrite()} before every write that a crash could prevent. */
    public static final class Faults {
        private int writesUntilFault = -1;

        private Faults() {}

        /** Throws {@link StoreFault} when this write is to fail. */
        public void beforeWrite() {
            if (writesUntilFault == 0) {
                writesUntilFault = -1;
                throw new StoreFault();
            }
            writesUntilFault--;
        }
    }

    /** The store cannot be reached. */
    public static final class StoreFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private StoreFault() {
            super("the store cannot be reached (injected)");
        }
    }

    /** Tries 100 orders; {@code fresh} makes an empty world for each. Fails with the seed and with what happened, in order. */
    public static <E, S> void check(List<E> deliveries, Function<Faults, Subject<E, S>> fresh) {
        check(ORDERS, deliveries, fresh);
    }

    public static <E, S> void check(int orders, List<E> deliveries, Function<Faults, Subject<E, S>> fresh) {
        S expected = once(deliveries, fresh.apply(new Faults()));
        for (long seed = 1; seed <= orders; seed++) {
            new Run<>(seed, deliveries, expected, fresh).check();
        }
    }

    /** Runs the order of one seed again. */
    public static <E, S> void replay(long seed, List<E> deliveries, Function<Faults, Subject<E, S>> fresh) {
        new Run<>(seed, deliveries, once(deliveries, fresh.apply(new Faults())), fresh).check();
    }

    private static <E, S> S once(List<E> deliveries, Subject<E, S> subject) {
        deliveries.forEach(subject.handler());
        return subject.state().get();
    }

    private static final class Run<E, S> {
        private final long seed;
        private final Random random;
        private final S expected;
        private final Faults faults = new Faults();
        private final Subject<E, S> subject;
        private final List<E> line = new ArrayList<>();
        private final List<String> story = new ArrayList<>();

        Run(long seed, List<E> deliveries, S expected, Function<Faults, Subject<E, S>> fresh) {
            this.seed = seed;
            this.random = new Random(seed);
            this.expected = expected;
            this.subject = fresh.apply(faults);
            line.addAll(deliveries);
            // Also once: a second delivery would hide a handler that swallows a fault.
            if (random.nextInt(4) > 0) {
                line.addAll(deliveries);
            }
            Collections.shuffle(line, random);
        }

        void check() {
            while (!line.isEmpty()) {
                deliver(line.removeFirst());
            }
            S state = subject.state().get();
            if (!Objects.equals(state, expected)) {
                throw failure("the state differs\n  expected: " + expected + "\n  but was:  " + state, null);
            }
        }

        private void deliver(E delivery) {
            int fate = random.nextInt(4);
            faults.writesUntilFault = fate == 0 ? random.nextInt(2) : -1;
            boolean crashesAfter = fate == 1;
            try {
                subject.handler().accept(delivery);
                story.add(delivery + (crashesAfter ? " (handled, then a crash before the acknowledgement)" : ""));
                if (crashesAfter) {
                    deliverAgain(delivery);
                }
            } catch (StoreFault fault) {
                story.add(delivery + " (a write failed)");
                deliverAgain(delivery);
            } catch (RuntimeException | AssertionError failed) {
                story.add(delivery + " (threw)");
                throw failure("the handler threw " + failed, failed);
            } finally {
                faults.writesUntilFault = -1;
            }
        }

        private void deliverAgain(E delivery) {
            line.add(random.nextBoolean() ? 0 : random.nextInt(line.size() + 1), delivery);
        }

        private AssertionError failure(String what, @Nullable Throwable cause) {
            return new AssertionError(
                    "Seed " + seed + ": " + what + "\nafter these deliveries:\n  " + String.join("\n  ", story), cause);
        }
    }
}
