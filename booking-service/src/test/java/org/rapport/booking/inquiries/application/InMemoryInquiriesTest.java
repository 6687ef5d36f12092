package org.rapport.booking.inquiries.application;

import java.util.List;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.InquiriesContract;

class InMemoryInquiriesTest extends InquiriesContract {

    private InMemoryInquiries inquiries = new InMemoryInquiries();

    @Override
    protected Inquiries emptyInquiries() {
        inquiries = new InMemoryInquiries();
        return inquiries;
    }

    @Override
    protected List<String> published() {
        return inquiries.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
