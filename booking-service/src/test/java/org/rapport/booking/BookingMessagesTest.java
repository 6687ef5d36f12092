package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.hosts.domain.SettingFault;
import org.rapport.booking.inquiries.domain.PersonFault;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.WishFault;
import org.rapport.web.MessageBundles;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingMessagesTest {

    @Test
    void both_languages_say_the_same_things() {
        assertThat(MessageBundles.missing("messages/booking")).isEmpty();
        assertThat(MessageBundles.missing("messages/booking-waiting")).isEmpty();
        assertThat(MessageBundles.missing("messages/booking-visitors")).isEmpty();
    }

    @Test
    void every_fault_refusal_reason_and_state_has_words() {
        ResourceBundle english = ResourceBundle.getBundle("messages.booking", Locale.ROOT);
        Stream<String> problems = Stream.concat(
                        Arrays.stream(CallRefusal.values()).map(CallRefusal::code),
                        Arrays.stream(NotOpen.values()).map(NotOpen::code))
                .flatMap(code -> Stream.of("problem." + code + ".title", "problem." + code + ".text"));
        Stream<String> faults =
                Arrays.stream(PersonFault.values()).map(fault -> "booking.person.fault." + fault.code());
        Stream<String> reasons =
                Arrays.stream(CancelReason.values()).map(reason -> "booking.cancel.reason." + reason.code());
        Stream<String> states = PersonRules.states().stream().map(code -> "booking.state." + code);
        ResourceBundle staff = ResourceBundle.getBundle("messages.booking-hours", Locale.ROOT);
        assertThat(Arrays.stream(SettingFault.Kind.values()).map(kind -> "booking.hours.fault." + kind.code()))
                .allMatch(staff::containsKey);
        ResourceBundle phone = ResourceBundle.getBundle("messages.booking-phone", Locale.ROOT);
        assertThat(Arrays.stream(PersonFault.values()).map(fault -> "booking.caller.fault." + fault.code()))
                .allMatch(phone::containsKey);
        assertThat(Arrays.stream(NotOpen.values())
                        .filter(rule -> rule != NotOpen.UNKNOWN_HOST)
                        .map(rule -> "booking.why.rule." + rule.code()))
                .allMatch(staff::containsKey);
        ResourceBundle waiting = ResourceBundle.getBundle("messages.booking-waiting", Locale.ROOT);
        assertThat(Arrays.stream(WishFault.values()).map(fault -> "booking.wait.fault." + fault.code()))
                .allMatch(waiting::containsKey);
        assertThat(Stream.concat(
                                Stream.of("by-message"),
                                Arrays.stream(EndReason.values())
                                        .filter(EndReason::isShown)
                                        .map(EndReason::code))
                        .map(code -> "booking.wait.ended." + code))
                .allMatch(waiting::containsKey);
        assertThat(EndReason.OF_STAFF.stream().map(reason -> "booking.wait.end." + reason.code()))
                .allMatch(waiting::containsKey);
        assertThat(Stream.of(problems, faults, reasons, states).flatMap(keys -> keys))
                .allMatch(english::containsKey);
    }
}
