package org.rapport.booking.calendars.domain;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that whoever runs the service allows calendars to be read from inside the own network, encrypted or not. */
public record TrustedHosts(Set<String> names) {

    public TrustedHosts {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean trusts(String host) {
        return names.contains(host.toLowerCase(Locale.ROOT));
    }
}
