package org.rapport.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class SecretMissingAnalyzer extends AbstractFailureAnalyzer<SecretMissing> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecretMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set the environment variable RAPPORT_SECRET to the same random text in every service, "
                        + "for example the output of: openssl rand -base64 48",
                cause);
    }
}
