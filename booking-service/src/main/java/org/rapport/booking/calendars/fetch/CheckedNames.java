package org.rapport.booking.calendars.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.rapport.booking.calendars.domain.TrustedHosts;

/**
 * Looks up names for the client, and refuses those that lead into a private network. The client connects to the very
 * addresses that were checked here, so that a name cannot lead elsewhere the moment after.
 */
final class CheckedNames implements DnsResolver {

    private final TrustedHosts trusted;
    private final Lookup lookup;

    @FunctionalInterface
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    CheckedNames(TrustedHosts trusted, Lookup lookup) {
        this.trusted = trusted;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        if (!trusted.trusts(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddress();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Without the name, which is part of a secret. */
    static final class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }
}
