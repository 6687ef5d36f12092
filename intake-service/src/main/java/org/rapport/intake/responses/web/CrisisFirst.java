package org.rapport.intake.responses.web;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.responses.application.CrisisCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whoever is in danger is shown help at once, whatever becomes of the answers: a save that does not end within moments goes
 * on behind the page, and one that fails is told on it.
 */
@Component
class CrisisFirst {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisFirst.class);
    /** Longer than a store under load takes, shorter than a person in danger waits. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Executor SAVERS = task -> Thread.ofVirtual().start(task);

    private final CrisisCheck crisis;

    CrisisFirst(CrisisCheck crisis) {
        this.crisis = crisis;
    }

    /** @param unsaved the answer for a person in danger whose answers could not be saved, or not yet */
    <T> T answer(Answers answers, Supplier<T> save, Function<RuntimeException, T> unsaved) {
        if (!crisis.isNeededFor(answers)) {
            return save.get();
        }
        LocaleContext language = LocaleContextHolder.getLocaleContext();
        SecurityContext who = SecurityContextHolder.getContext();
        CompletableFuture<T> saving = CompletableFuture.supplyAsync(
                () -> {
                    LocaleContextHolder.setLocaleContext(language);
                    SecurityContextHolder.setContext(who);
                    return save.get();
                },
                SAVERS);
        try {
            return saving.orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException | CancellationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // Without the exception's text, which may quote what was typed.
            LOG.error(
                    "An answer that needs the crisis page was not saved: {}",
                    cause.getClass().getName());
            return unsaved.apply(cause instanceof RuntimeException known ? known : e);
        }
    }
}
