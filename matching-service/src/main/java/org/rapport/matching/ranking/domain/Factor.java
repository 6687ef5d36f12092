package org.rapport.matching.ranking.domain;

/** What earns points. How many at most is published in the weights. */
public enum Factor {
    CONCERNS,
    MODALITY,
    AVAILABILITY,
    LANGUAGE,
    FEE,
    LOAD
}
