package org.rapport.intake.responses.web;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.responses.application.CrisisCheck;
import org.rapport.intake.responses.application.RaiseUnreadConcern;
import org.rapport.intake.responses.application.RaiseUnreadConcernHandler;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.web.RefusedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whoever is in danger is shown help at once, whatever becomes of the answers: a save that does not end within moments goes
 * on behind the page, and one that fails is told on it and tried again behind it, so that somebody is called.
 *
 * <p>Easy to get wrong: the save outlives its request, of which it may use nothing that is not taken out of it here.
 */
@Component
class CrisisFirst {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisFirst.class);
    /** Longer than a store under load takes, shorter than a person in danger waits. */
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Longer than a store needs to elect another primary, or a service to be restarted beside us. */
    private static final Duration TRIED_FOR = Duration.ofMinutes(5);

    private final CrisisCheck crisis;
    private final RaiseUnreadConcernHandler raise;
    private final Duration pause;

    @Autowired
    CrisisFirst(CrisisCheck crisis, RaiseUnreadConcernHandler raise) {
        this(crisis, raise, Duration.ofSeconds(3));
    }

    /** @param pause between two tries to save */
    CrisisFirst(CrisisCheck crisis, RaiseUnreadConcernHandler raise, Duration pause) {
        this.crisis = crisis;
        this.raise = raise;
        this.pause = pause;
    }

    /**
     * @param inquiry of the person; asked when the answers cannot be kept, so that somebody is called without them
     * @param unsaved the answer for a person in danger whose answers could not be saved, or not yet
     */
    <T> T answer(Answers answers, Supplier<UUID> inquiry, Supplier<T> save, Function<RuntimeException, T> unsaved) {
        if (!crisis.isNeededFor(answers)) {
            return save.get();
        }
        // The context itself asks the request, which is over when a slow save goes on.
        Locale language = LocaleContextHolder.getLocale();
        SecurityContext who = SecurityContextHolder.getContext();
        CompletableFuture<T> first = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            LocaleContextHolder.setLocale(language);
            SecurityContextHolder.setContext(who);
            save(inquiry, save, first);
        });
        try {
            return first.orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException | CancellationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // Without the exception's text, which may quote what was typed.
            LOG.error(
                    "An answer that needs the crisis page was not saved at once: {}",
                    cause.getClass().getName());
            return unsaved.apply(cause instanceof RuntimeException known ? known : e);
        }
    }

    /** Tells the first outcome, and after a failure tries on until it is saved, refused, or too late. */
    private <T> void save(Supplier<UUID> inquiry, Supplier<T> save, CompletableFuture<T> first) {
        long tries = TRIED_FOR.dividedBy(pause);
        boolean raised = false;
        for (long attempt = 0; attempt < tries; attempt++) {
            try {
                first.complete(save.get());
                return;
            } catch (RefusedRequest | LatePages.InDanger e) {
                first.completeExceptionally(e);
                return;
            } catch (AnswersOutOfReach e) {
                raised = raised || raise(inquiry);
                first.completeExceptionally(e);
            } catch (RuntimeException e) {
                first.completeExceptionally(e);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.error("An answer that needs the crisis page was not saved within {}", TRIED_FOR);
    }

    private boolean raise(Supplier<UUID> inquiry) {
        try {
            raise.handle(new RaiseUnreadConcern(inquiry.get()));
            return true;
        } catch (RuntimeException e) {
            LOG.error("A concern was not raised: {}", e.getClass().getName());
            return false;
        }
    }
}
