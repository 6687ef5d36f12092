package org.rapport.matching.plan.domain;

import java.util.List;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Fit;

/** Who may take whom on, as of now. */
public interface FittingTherapists {
    /** For each search everybody who passes every hard rule. */
    List<List<Fit>> of(List<CandidateSearch> searches);
}
