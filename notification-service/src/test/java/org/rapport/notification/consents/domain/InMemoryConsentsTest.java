package org.rapport.notification.consents.domain;

final class InMemoryConsentsTest extends ConsentsContract {
    private final InMemoryAddresses addresses = new InMemoryAddresses();
    private final InMemoryPeople people = new InMemoryPeople();

    @Override
    protected Addresses addresses() {
        return addresses;
    }

    @Override
    protected People people() {
        return people;
    }
}
