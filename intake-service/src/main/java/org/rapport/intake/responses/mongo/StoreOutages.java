package org.rapport.intake.responses.mongo;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;

/** The driver's ways of saying that the store does not answer. */
public final class StoreOutages {

    private StoreOutages() {}

    public static List<Class<? extends Throwable>> types() {
        return List.of(
                MongoTimeoutException.class,
                MongoSocketException.class,
                MongoNotPrimaryException.class,
                MongoInterruptedException.class);
    }
}
