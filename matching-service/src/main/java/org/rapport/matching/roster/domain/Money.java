package org.rapport.matching.roster.domain;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount with its currency. */
public record Money(BigDecimal amount, Currency currency) {
    public static final Currency US_DOLLAR = Currency.getInstance("USD");

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a fee is not negative");
        }
    }

    public static Money usd(int dollars) {
        return new Money(BigDecimal.valueOf(dollars), US_DOLLAR);
    }

    public boolean isMoreThan(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount) > 0;
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of two currencies are not compared");
        }
    }
}
