package org.rapport.notification.messages.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.AlertLateHandler;
import org.rapport.notification.messages.application.SendAgain;
import org.rapport.notification.messages.application.SendAgainHandler;
import org.rapport.notification.messages.application.ShowMessageHandler;
import org.rapport.notification.messages.domain.AgainDecision;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.LedgerSearch;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The ledger for staff; the filter stands in the address, so that a view can be shared. */
@Controller
public class MessagePages {
    private static final int MOST_SHOWN = 200;

    /** The shape beside each state, by the names of the layout's marks. */
    private static final Map<MessageState.Name, String> MARKS = Map.of(
            MessageState.Name.PLANNED, "waiting",
            MessageState.Name.SENDING, "waiting",
            MessageState.Name.SENT, "done",
            MessageState.Name.SPREAD, "done",
            MessageState.Name.SUPPRESSED, "off",
            MessageState.Name.FAILED, "urgent",
            MessageState.Name.UNKNOWN, "soon");

    private final Messages messages;
    private final ShowMessageHandler show;
    private final SendAgainHandler sendAgain;
    private final AlertLateHandler late;
    private final Practice practice;

    public MessagePages(
            Messages messages,
            ShowMessageHandler show,
            SendAgainHandler sendAgain,
            AlertLateHandler late,
            Practice practice) {
        this.messages = messages;
        this.show = show;
        this.sendAgain = sendAgain;
        this.late = late;
        this.practice = practice;
    }

    /** @param from the first day of what is due, {@code to} the last, by the practice's calendar */
    record Filter(
            MessageState.@Nullable Name state,
            @Nullable MessageKind kind,
            @Nullable Channel channel,
            @Nullable UUID inquiry,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {

        LedgerSearch toSearch(ZoneId zone) {
            return new LedgerSearch(
                    state,
                    kind,
                    channel,
                    inquiry,
                    from == null ? null : from.atStartOfDay(zone).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    @GetMapping("/staff/messages")
    String ledger(@ModelAttribute("filter") Filter filter, Model model) {
        List<MessageView> found = messages.list(filter.toSearch(practice.zone()), MOST_SHOWN).stream()
                .map(MessageView::of)
                .toList();
        Duration waiting = late.oldestDueAge();
        model.addAttribute("messages", found);
        model.addAttribute("full", found.size() == MOST_SHOWN);
        model.addAttribute("states", MessageState.Name.values());
        model.addAttribute("kinds", MessageKind.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("marks", MARKS);
        model.addAttribute("waiting", waiting.isZero() ? null : waiting);
        return "notification/messages";
    }

    @GetMapping("/staff/messages/{id}")
    String message(@PathVariable String id, Model model) {
        return page(new MessageId(id), model);
    }

    @PostMapping("/staff/messages/{id}/again")
    ModelAndView again(@PathVariable String id, @RequestParam int number, Model model) {
        MessageId original = new MessageId(id);
        return switch (sendAgain.handle(new SendAgain(original, number)).orElseThrow(RefusedRequest::notFound)) {
            case AgainDecision.Planned(Message again) ->
                new ModelAndView("redirect:"
                        + UriComponentsBuilder.fromPath("/staff/messages/{id}")
                                .build(again.id().value()));
            case AgainDecision.Refused(AgainDecision.Reason reason) -> {
                model.addAttribute("refused", reason);
                yield new ModelAndView(page(original, model), model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    private String page(MessageId id, Model model) {
        ShowMessageHandler.Shown shown = show.handle(id).orElseThrow(RefusedRequest::notFound);
        model.addAttribute("message", MessageView.of(shown.message()));
        model.addAttribute("words", shown.words());
        model.addAttribute("next", shown.next());
        model.addAttribute("marks", MARKS);
        return "notification/message";
    }
}
