package org.rapport.delivery;

import com.mongodb.MongoTimeoutException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A service declares its indexes when it starts, and says plainly when there is no store to declare them in. */
final class StoreAwayAnalyzer extends AbstractFailureAnalyzer<MongoTimeoutException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MongoTimeoutException cause) {
        return new FailureAnalysis(
                "No MongoDB answers at the address in MONGODB_URI.",
                "Start it, or set MONGODB_URI to where it is, then start this service again; nothing was changed.",
                cause);
    }
}
