package org.rapport.notification.messages.web;

import java.util.List;
import java.util.UUID;
import org.rapport.notification.messages.domain.Messages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class MessageController {
    private final Messages messages;

    public MessageController(Messages messages) {
        this.messages = messages;
    }

    /** Everything one person was or will be sent, newest due first. */
    @GetMapping("/api/notification/messages")
    List<MessageView> ofInquiry(@RequestParam UUID inquiry) {
        return messages.ofInquiry(inquiry).stream().map(MessageView::of).toList();
    }
}
