package org.rapport.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.servers.FreePorts;

/** Where the parts listen, all on this machine; 0 for the store and the broker takes a free one. */
public record Ports(
        int front, int booking, int intake, int matching, int notification, int smtp, int store, int broker) {
    public static final Ports DEFAULT = new Ports(8080, 8081, 8082, 8083, 8084, 3025, 0, 0);

    /** Free ones, to run beside another system. */
    public static Ports free() {
        List<Integer> free = FreePorts.some(6);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5), 0, 0);
    }

    /** As {@link #written()} writes them. */
    static Ports read(String text) {
        List<Integer> numbers =
                Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
        if (numbers.size() != 8) {
            throw new IllegalArgumentException(
                    "rapport.ports wants eight numbers: front door, booking, intake, matching,"
                            + " notification, mail, store, broker");
        }
        return new Ports(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7));
    }

    public String written() {
        return Stream.of(front, booking, intake, matching, notification, smtp, store, broker)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
