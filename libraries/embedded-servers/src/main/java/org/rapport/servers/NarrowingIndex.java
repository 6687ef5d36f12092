package org.rapport.servers;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.KeyConstraintError;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that is also used where its key is one condition of several: {@code _id} and {@code version}, say. The
 * library's own is used only for a query on nothing but its key, and every conditional update would read the whole
 * collection. The collection judges what is found by the whole query again, so that finding too much does no harm.
 */
final class NarrowingIndex extends Index<Object> {
    private final Index<Object> index;

    NarrowingIndex(Index<Object> index, boolean sparse) {
        super(index.getName(), index.getKeys(), sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        return narrowed(query) != null;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        Document narrowed = narrowed(query);
        if (narrowed == null) {
            throw new IllegalArgumentException("asked for a query it cannot handle: " + getName());
        }
        // The library names a document once for each of its elements that is asked for.
        Set<Object> positions = new LinkedHashSet<>();
        index.getPositions(narrowed).forEach(positions::add);
        return positions;
    }

    /** The first condition on this index's key alone that it can handle; {@code $and} is looked into, nothing else. */
    private @Nullable Document narrowed(Document query) {
        if (index.canHandle(query)) {
            return query;
        }
        for (String key : query.keySet()) {
            Object value = query.get(key);
            if (keySet().size() == 1 && keySet().contains(key) && query.size() > 1) {
                Document alone = new Document(key, value);
                if (index.canHandle(alone) && !asksForAbsence(value)) {
                    return alone;
                }
            } else if (key.equals("$and") && value instanceof Collection<?> conditions) {
                for (Object condition : conditions) {
                    Document found = condition instanceof Document part ? narrowed(part) : null;
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** A sparse index does not know the documents that lack its key. */
    private static boolean asksForAbsence(@Nullable Object value) {
        return value == null
                || (value instanceof Document operator
                        && operator.get("$in") instanceof Collection<?> wanted
                        && wanted.stream().anyMatch(Objects::isNull));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public @Nullable Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        index.checkUpdate(oldDocument, newDocument, collection);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection)
            throws KeyConstraintError {
        index.updateInPlace(oldDocument, newDocument, position, collection);
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
