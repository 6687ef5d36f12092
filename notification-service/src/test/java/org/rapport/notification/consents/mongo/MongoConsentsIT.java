package org.rapport.notification.consents.mongo;

import org.rapport.notification.RunningNotification;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.consents.domain.ConsentsContract;
import org.rapport.notification.consents.domain.People;

final class MongoConsentsIT extends ConsentsContract {
    @Override
    protected Addresses addresses() {
        return RunningNotification.get().bean(Addresses.class);
    }

    @Override
    protected People people() {
        return RunningNotification.get().bean(People.class);
    }
}
