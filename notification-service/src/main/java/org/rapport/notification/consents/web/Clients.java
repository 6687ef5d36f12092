package org.rapport.notification.consents.web;

import java.util.Optional;
import java.util.UUID;
import org.rapport.notification.messages.domain.Contact;

/** How clients may be reached, as they said when they came; may throw when that cannot be asked. */
@FunctionalInterface
public interface Clients {
    Optional<Contact> find(UUID inquiryId);
}
