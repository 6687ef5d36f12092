package org.rapport.testkit;

/** On whichever broker this run has; the run prints which. */
class BrokerIT extends BrokerContract {
    @Override
    String broker() {
        return TestServers.broker();
    }
}
