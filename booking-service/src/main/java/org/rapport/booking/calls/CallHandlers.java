package org.rapport.booking.calls;

import java.time.Clock;
import org.rapport.booking.calls.application.ArrangeCallHandler;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.application.ChooseCallHandler;
import org.rapport.booking.calls.application.ConfirmCallHandler;
import org.rapport.booking.calls.application.ExplainOpeningHandler;
import org.rapport.booking.calls.application.ExtendHoldHandler;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldBundleHandler;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.KeepDraftHandler;
import org.rapport.booking.calls.application.ListHostCallsHandler;
import org.rapport.booking.calls.application.MoveCallHandler;
import org.rapport.booking.calls.application.NoteOutcomeHandler;
import org.rapport.booking.calls.application.OpeningsIndex;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.application.Remembered;
import org.rapport.booking.calls.application.ShowPoolHandler;
import org.rapport.booking.calls.application.ShowWeekHandler;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that can be done with calls, whatever keeps them. */
@Configuration(proxyBeanMethods = false)
public class CallHandlers {

    @Bean
    OpeningsIndex openingsIndex() {
        return new OpeningsIndex();
    }

    @Bean
    Remembered remembered(OpeningsIndex index, Hosts hosts, Practices practices, Clock clock) {
        return new Remembered(index, hosts, practices, clock);
    }

    @Bean
    FindOpeningsHandler findOpeningsHandler(
            Remembered remembered, Calls calls, OpeningsIndex index, Diaries diaries, Clock clock) {
        return new FindOpeningsHandler(remembered, remembered, calls, index, diaries, clock);
    }

    @Bean
    HoldCallHandler holdCallHandler(Remembered remembered, Calls calls, FindOpeningsHandler openings, Clock clock) {
        return new HoldCallHandler(remembered, remembered, calls, openings, clock);
    }

    @Bean
    ShowPoolHandler showPoolHandler(Hosts hosts, Calls calls, Clock clock) {
        return new ShowPoolHandler(hosts, calls, clock);
    }

    @Bean
    ExplainOpeningHandler explainOpeningHandler(
            Hosts hosts, Practices practices, FindOpeningsHandler openings, Clock clock) {
        return new ExplainOpeningHandler(hosts, practices, openings, clock);
    }

    @Bean
    ShowWeekHandler showWeekHandler(
            Hosts hosts, Practices practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        return new ShowWeekHandler(hosts, practices, calls, openings, clock);
    }

    @Bean
    ExtendHoldHandler extendHoldHandler(Calls calls, Clock clock) {
        return new ExtendHoldHandler(calls, clock);
    }

    @Bean
    ReleaseHoldHandler releaseHoldHandler(Calls calls, Clock clock) {
        return new ReleaseHoldHandler(calls, clock);
    }

    @Bean
    KeepDraftHandler keepDraftHandler(Calls calls, Clock clock) {
        return new KeepDraftHandler(calls, clock);
    }

    @Bean
    BookCallHandler bookCallHandler(Calls calls, Inquiries inquiries, MessageLimits limits, Clock clock) {
        return new BookCallHandler(calls, inquiries, limits, clock);
    }

    @Bean
    ConfirmCallHandler confirmCallHandler(Calls calls, Clock clock) {
        return new ConfirmCallHandler(calls, clock);
    }

    @Bean
    ArrangeCallHandler arrangeCallHandler(
            Remembered remembered, Calls calls, Inquiries inquiries, FindOpeningsHandler openings, Clock clock) {
        return new ArrangeCallHandler(remembered, remembered, calls, inquiries, openings, clock);
    }

    @Bean
    MoveCallHandler moveCallHandler(
            Hosts hosts, Practices practices, Calls calls, FindOpeningsHandler openings, Clock clock) {
        return new MoveCallHandler(hosts, practices, calls, openings, clock);
    }

    @Bean
    HoldBundleHandler holdBundleHandler(Remembered remembered, Calls calls, FindOpeningsHandler openings, Clock clock) {
        return new HoldBundleHandler(remembered, remembered, calls, openings, clock);
    }

    @Bean
    ChooseCallHandler chooseCallHandler(Calls calls, Clock clock) {
        return new ChooseCallHandler(calls, clock);
    }

    @Bean
    CancelCallHandler cancelCallHandler(Calls calls, Clock clock) {
        return new CancelCallHandler(calls, clock);
    }

    @Bean
    NoteOutcomeHandler noteOutcomeHandler(Calls calls, Clock clock) {
        return new NoteOutcomeHandler(calls, clock);
    }

    @Bean
    ListHostCallsHandler listHostCallsHandler(Calls calls, Inquiries inquiries, Clock clock) {
        return new ListHostCallsHandler(calls, inquiries, clock);
    }
}
