package org.rapport.notification.messages.application;

import org.rapport.notification.messages.domain.Occasion;

public record PlanMessages(Occasion occasion) {}
