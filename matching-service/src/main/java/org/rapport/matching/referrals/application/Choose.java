package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person says whom they would like.
 *
 * @param number of the question they answer
 * @param therapistId absent for none of those shown
 */
public record Choose(UUID inquiryId, int number, @Nullable UUID therapistId) {}
