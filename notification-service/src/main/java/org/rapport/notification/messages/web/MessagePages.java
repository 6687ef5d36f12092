package org.rapport.notification.messages.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

    public MessagePages(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/staff/messages")
    String ledger(
            @RequestParam(required = false) MessageState.@Nullable Name state,
            @RequestParam(required = false) @Nullable MessageKind kind,
            Model model) {
        List<MessageView> found = messages.list(state, kind, MOST_SHOWN).stream()
                .map(MessageView::of)
                .toList();
        model.addAttribute("messages", found);
        model.addAttribute("full", found.size() == MOST_SHOWN);
        model.addAttribute("states", MessageState.Name.values());
        model.addAttribute("kinds", MessageKind.values());
        model.addAttribute("marks", MARKS);
        model.addAttribute("state", state);
        model.addAttribute("kind", kind);
        return "notification/messages";
    }
}
