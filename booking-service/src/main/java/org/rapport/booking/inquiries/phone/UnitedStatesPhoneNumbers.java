package org.rapport.booking.inquiries.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapport.booking.inquiries.domain.PhoneNumbers;

/** Numbers as typed in the United States; those of other countries with their {@code +} prefix. */
public final class UnitedStatesPhoneNumbers implements PhoneNumbers {

    private static final String REGION = "US";

    /** Digits and what people put between them: the library would also read letters, dial strings and digits of any script. */
    private static final Pattern TYPED = Pattern.compile("\\+?[0-9 ().\\-]{3,30}");

    private static final Set<PhoneNumberType> NOT_ALLOWED = Set.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PAGER,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

    @Override
    public PhoneReading read(String typed) {
        if (!TYPED.matcher(typed).matches()) {
            return new PhoneReading.Unreadable();
        }
        if (shortNumbers.isEmergencyNumber(typed, REGION)) {
            return new PhoneReading.NotAllowed();
        }
        PhoneNumber number;
        try {
            number = numbers.parse(typed, REGION);
        } catch (NumberParseException unreadable) {
            return new PhoneReading.Unreadable();
        }
        if (isSatellite(number) || NOT_ALLOWED.contains(numbers.getNumberType(number))) {
            return new PhoneReading.NotAllowed();
        }
        return numbers.isValidNumber(number)
                ? new PhoneReading.Accepted(numbers.format(number, PhoneNumberFormat.E164))
                : new PhoneReading.Unreadable();
    }

    /** Country codes without a country: satellite and premium networks (870, 878, 881, 882, 883, 888, 979). */
    private boolean isSatellite(PhoneNumber number) {
        return PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY.equals(
                numbers.getRegionCodeForCountryCode(number.getCountryCode()));
    }
}
