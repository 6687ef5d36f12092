package org.rapport.booking.calendars.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the open internet. Everything else is somebody's own network, perhaps ours: an address that a
 * host enters must not make us look into it.
 */
final class PublicAddresses {

    /** Not global, by the registry of special addresses (RFC 6890 and its additions), and multicast. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(0, 8),
            Block.of(10, 8),
            Block.of(100, 64, 10),
            Block.of(127, 8),
            Block.of(169, 254, 16),
            Block.of(172, 16, 12),
            Block.of(192, 0, 0, 24),
            Block.of(192, 0, 2, 24),
            Block.of(192, 31, 196, 24),
            Block.of(192, 52, 193, 24),
            Block.of(192, 88, 99, 24),
            Block.of(192, 168, 16),
            Block.of(192, 175, 48, 24),
            Block.of(198, 18, 15),
            Block.of(198, 51, 100, 24),
            Block.of(203, 0, 113, 24),
            Block.of(224, 3));

    /** The one block of IPv6 that is routed; local, mapped and translated addresses lie outside of it. */
    private static final Block GLOBAL_6 = Block.of(0x20, 3);

    /** Within it: tunnels, which carry addresses of their own, and what is for documents only. */
    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of(0x20, 0x01, 0x00, 23),
            Block.of(0x20, 0x01, 0x0d, 0xb8, 32),
            Block.of(0x20, 0x02, 16),
            Block.of(0x3f, 0xff, 0x00, 20));

    private PublicAddresses() {}

    /** Java makes an IPv4 address of one that is mapped into IPv6, so that it is asked as such. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes))
                : GLOBAL_6.contains(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private record Block(List<Integer> start, int bits) {

        /** The numbers of the address, then how many bits of it count. */
        static Block of(int... numbersAndBits) {
            int numbers = numbersAndBits.length - 1;
            List<Integer> start =
                    Arrays.stream(numbersAndBits).limit(numbers).boxed().toList();
            return new Block(start, numbersAndBits[numbers]);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int own = bit / 8 < start.size() ? start.get(bit / 8) : 0;
                if ((own & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
