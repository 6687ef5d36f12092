package org.rapport.notification.consents.application;

/** The mail provider says that mail to an address came back for good, or that its owner complained. */
public record ReportMail(String address, What what) {
    public enum What {
        BOUNCED,
        COMPLAINED
    }

    @Override
    public String toString() {
        return "ReportMail[" + what + "]";
    }
}
