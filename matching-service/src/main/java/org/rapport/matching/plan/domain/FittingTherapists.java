package org.rapport.matching.plan.domain;

import java.util.List;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Fit;

/** Who may take whom on, as of now. */
public interface FittingTherapists {
    /** For each wish everybody who passes every hard rule. */
    List<List<Fit>> of(List<Criteria> wishes);
}
