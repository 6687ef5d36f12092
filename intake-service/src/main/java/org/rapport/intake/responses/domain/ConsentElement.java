package org.rapport.intake.responses.domain;

/** What a consent has to say in Illinois (740 ILCS 110/5), in the order it is read. */
public enum ConsentElement {
    RECIPIENT,
    PURPOSE,
    CONTENT,
    INSPECTION,
    REFUSAL,
    EXPIRY,
    REVOCATION
}
