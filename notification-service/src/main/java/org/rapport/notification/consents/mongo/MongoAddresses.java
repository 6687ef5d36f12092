package org.rapport.notification.consents.mongo;

import java.util.Optional;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.notification.consents.domain.Address;
import org.rapport.notification.consents.domain.AddressKey;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.consents.domain.Saving;

public final class MongoAddresses implements Addresses {
    private final Documents<AddressDocument> documents;

    public MongoAddresses(DocumentStore store) {
        this.documents = store.collection("addresses", AddressDocument.class);
    }

    @Override
    public Optional<Address> find(AddressKey key) {
        return documents.find(id(key)).map(stored -> stored.state().toAddress(stored.version()));
    }

    @Override
    public Saving save(Address address) {
        Saved saved = documents.save(id(address.key()), address.version(), AddressDocument.of(address), Change.none());
        return saved == Saved.SAVED ? Saving.SAVED : Saving.STALE;
    }

    private static String id(AddressKey key) {
        return key.channel() + "|" + key.hash();
    }
}
