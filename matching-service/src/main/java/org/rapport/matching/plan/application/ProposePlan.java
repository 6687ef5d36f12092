package org.rapport.matching.plan.application;

/** What would suit all who wait best? Nothing is done with the answer. */
public record ProposePlan() {}
