package org.rapport.matching.roster.domain;

/**
 * What is wrong with one field of an entry.
 *
 * @param code key of the sentence that says so
 * @param said the part that is not understood; empty if the whole field is meant
 */
public record EntryFault(RosterField field, String code, String said) {}
