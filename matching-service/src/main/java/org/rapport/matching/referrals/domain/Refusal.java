package org.rapport.matching.referrals.domain;

/** Why a command is refused. */
public enum Refusal {
    /** Nobody knows this referral. */
    NO_SUCH_REFERRAL,
    /** No such offer, or it was made to somebody else: the asker learns no difference. */
    NO_SUCH_OFFER,
    NO_SUCH_THERAPIST,
    /** Inquiry or intake is still missing. */
    NOT_READY,
    /** As many therapists as may be asked at once hold an open offer. */
    ENOUGH_OFFERED,
    ALREADY_MATCHED,
    /** The therapist fails a hard rule; the failing rules come with the refusal. */
    NOT_ELIGIBLE,
    OFFER_LAPSED,
    OFFER_DECLINED,
    OFFER_ACCEPTED,
    OFFER_WITHDRAWN,
    /** This numbered seat is held by another client; the next number may be free. */
    SEAT_TAKEN,
    CAPACITY_FULL,
    TOO_MANY_OFFERS,
    /** The referral is closed. */
    CLOSED,
    NOT_CLOSED,
    NOT_MATCHED,
    NO_SUCH_TASK,
    /** A safety concern that nobody has acknowledged keeps a referral open. */
    CONCERN_OPEN,
    CONSENT_MISSING,
    /** Offers are open; they are taken back before the person is asked to choose. */
    OFFER_OPEN,
    /** A person chooses among one to three. */
    WRONG_NUMBER,
    /** The link is of an earlier question, or nobody waits for its answer any more. */
    LINK_OVER,
    /** Somebody must not see this person: the coordinator said so. */
    CONFLICT,
    /** Nothing waits for the practice now, so there is no clock to stop. */
    NOTHING_DUE
}
