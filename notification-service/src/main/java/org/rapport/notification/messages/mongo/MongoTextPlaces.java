package org.rapport.notification.messages.mongo;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.UUID;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.TextCaps;
import org.rapport.notification.messages.domain.TextPlaces;

/** A place is a document with a number in its id: of any number who try at once, one gets it. */
public final class MongoTextPlaces implements TextPlaces {
    private final Documents<PlaceDocument> documents;

    /** Public for the record codec. */
    public record PlaceDocument(String message) {}

    public MongoTextPlaces(DocumentStore store) {
        this.documents = store.collection("textPlaces", PlaceDocument.class);
    }

    @Override
    public boolean take(UUID inquiryId, MessageId message, LocalDate day, TextCaps caps) {
        String week = day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        // The week first: a message that gets no place of the day tries again on the next one, mostly of the same week.
        return takeOne(inquiryId + "|" + week, message, caps.week())
                && takeOne(inquiryId + "|" + day, message, caps.day());
    }

    private boolean takeOne(String span, MessageId message, int places) {
        for (int number = 1; number <= places; number++) {
            String id = span + "|" + number;
            if (documents.save(id, 0, new PlaceDocument(message.value()), Change.none()) == Saved.SAVED
                    || documents
                            .find(id)
                            .filter(held -> held.state().message().equals(message.value()))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
