package org.rapport.booking.visitors.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The network a request comes from: an IPv4 address, or the first 64 bits of an IPv6 one, of which one visitor has as many
 * addresses as they like. {@code X-Forwarded-For} counts as far as it was written by proxies that are trusted.
 */
public final class VisitorNetworks {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST_ADDRESS = 64;

    private final List<IpAddressMatcher> trusted;

    /** @param trusted addresses or networks such as {@code 10.0.0.0/8} */
    public VisitorNetworks(List<String> trusted) {
        this.trusted = trusted.stream().map(IpAddressMatcher::new).toList();
    }

    String of(HttpServletRequest request) {
        Optional<InetAddress> sender = read(request.getRemoteAddr());
        for (String forwarded : lastFirst(request)) {
            if (sender.filter(this::isTrusted).isEmpty()) {
                break;
            }
            Optional<InetAddress> before = read(forwarded);
            if (before.isEmpty()) {
                break;
            }
            sender = before;
        }
        return sender.map(VisitorNetworks::network).orElse("unknown");
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }

    private static List<String> lastFirst(HttpServletRequest request) {
        List<String> addresses = new ArrayList<>();
        Collections.list(request.getHeaders(FORWARDED))
                .forEach(header -> Arrays.stream(header.split(",", -1)).forEach(addresses::add));
        return addresses.reversed();
    }

    /** Literal addresses only: a name would be looked up. */
    private static Optional<InetAddress> read(String text) {
        String address = text.strip();
        if (address.indexOf('%') >= 0 || address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
