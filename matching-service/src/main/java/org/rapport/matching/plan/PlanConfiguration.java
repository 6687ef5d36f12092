package org.rapport.matching.plan;

import java.time.Clock;
import org.rapport.matching.plan.application.ProposePlanHandler;
import org.rapport.matching.plan.domain.Planner;
import org.rapport.matching.plan.jgrapht.MinimumCostFlowSolver;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.Referrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    @Bean
    ProposePlanHandler proposePlan(Referrals referrals, RankCandidates candidates, Clock clock) {
        return new ProposePlanHandler(referrals, candidates::fitting, new Planner(new MinimumCostFlowSolver()), clock);
    }
}
