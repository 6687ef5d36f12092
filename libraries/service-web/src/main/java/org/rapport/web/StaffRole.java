package org.rapport.web;

/** Who may do what. SERVICE is another service of ours and is never granted by the identity provider. */
public enum StaffRole {
    COORDINATOR,
    THERAPIST,
    ADMINISTRATOR,
    SERVICE
}
