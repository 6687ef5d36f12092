package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.Source;

/** Another service says that something happened to a person. */
public record NoteFact(UUID inquiryId, Fact fact, Source source) {}
