package org.rapport.booking;

import java.util.Set;
import org.rapport.testkit.SettableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Has one Spring context serve many test classes: before each, its fakes and its clock are as they were at first. */
final class RenewedFakes implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        Set.copyOf(context.getBeansOfType(Fake.class).values()).forEach(Fake::renew);
        context.getBean(SettableClock.class).set(InMemoryBooking.BEGIN);
    }
}
