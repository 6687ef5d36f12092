package org.rapport.matching.ranking.domain;

/** Points of one factor, out of how many, and why. */
public record FactorPoints(Factor factor, int points, int outOf, Reason reason) {}
