package org.rapport.notification.messages;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class SenderMissingAnalyzer extends AbstractFailureAnalyzer<SenderMissing> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SenderMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set these environment variables as docs/operations.md says, or RAPPORT_SAMPLE_DATA=true to run as the "
                        + "fictional practice.",
                cause);
    }
}
