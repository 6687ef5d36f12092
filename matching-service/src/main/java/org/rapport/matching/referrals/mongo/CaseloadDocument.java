package org.rapport.matching.referrals.mongo;

import java.util.UUID;

/** Clients a therapist had before; the document holds their seats' claims. */
public record CaseloadDocument(UUID therapistId, int existingClients) {}
